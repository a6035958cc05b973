from mcp.server.fastmcp import FastMCP

mcp = FastMCP("board")


def run_mcp_server():
    mcp.run(transport="stdio")
