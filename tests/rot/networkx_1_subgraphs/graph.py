import networkx as nx
g = nx.path_graph(4)
print('degree', max(dict(g.degree()).values()))
for n in nx.connected_component_subgraphs(g):
    print('nodes', n.number_of_nodes(), g.node[0])
