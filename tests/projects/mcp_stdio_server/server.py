from mcp.server.fastmcp import FastMCP

mcp = FastMCP('weather')

@mcp.tool()
async def get_alerts(state: str) -> str:
    return ''

if __name__ == '__main__':
    mcp.run(transport='stdio')
