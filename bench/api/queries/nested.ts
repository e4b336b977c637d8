import { type Data, lower, type Query } from "./Query.ts";

export const nested: Query = {
  name: "nested",
  title: "10 operators, their 10 newest delegations with asset, their memberships with network",
  variants: 90,
  inDialect: {
    nektar: (_page, after) => ({
      query: `query Operators($after: String) {
        operators(first: 10, after: $after) {
          pageInfo { endCursor }
          nodes {
            address
            delegations(first: 10) { nodes { delegator shares asset { symbol } } }
            memberships { weight optedIn network { address status totalWeight } }
          }
        }
      }`,
      variables: { after },
      next: ({ operators }) => operators.pageInfo.endCursor,
      content: ({ operators }) =>
        operators.nodes.map(({ address, delegations, memberships }: Data) => ({
          address: lower(address),
          delegations: delegations.nodes.map(({ delegator, ...delegation }: Data) => ({
            delegator: lower(delegator),
            ...delegation,
          })),
          memberships: byNetwork(
            memberships.map(({ network, ...membership }: Data) => ({
              ...membership,
              network: { ...network, address: lower(network.address) },
            })),
          ),
        })),
    }),
    ponder: (_page, after) => ({
      query: `query Operators($after: String) {
        operators(limit: 10, after: $after, orderBy: "createdBlock", orderDirection: "desc") {
          pageInfo { endCursor }
          items {
            address
            delegations(limit: 10, orderBy: "createdBlock", orderDirection: "desc") {
              items { delegator shares ofAsset { symbol } }
            }
            memberships { items { weight optedIn ofNetwork { address status totalWeight } } }
          }
        }
      }`,
      variables: { after },
      next: ({ operators }) => operators.pageInfo.endCursor,
      content: ({ operators }) =>
        operators.items.map(({ address, delegations, memberships }: Data) => ({
          address,
          delegations: delegations.items.map(({ ofAsset, ...delegation }: Data) => ({
            ...delegation,
            asset: ofAsset,
          })),
          memberships: byNetwork(
            memberships.items.map(({ ofNetwork, ...membership }: Data) => ({
              ...membership,
              network: ofNetwork,
            })),
          ),
        })),
    }),
    postgraphile: (_page, after) => ({
      query: `query Operators($after: Cursor) {
        allOperators(first: 10, after: $after, orderBy: [CREATED_BLOCK_DESC]) {
          pageInfo { endCursor }
          nodes {
            address
            delegationsByOperator(first: 10, orderBy: [CREATED_BLOCK_DESC]) {
              nodes { delegator shares assetByAsset { symbol } }
            }
            networkOperatorsByOperator { nodes { weight optedIn networkByNetwork { address status totalWeight } } }
          }
        }
      }`,
      variables: { after },
      next: ({ allOperators }) => allOperators.pageInfo.endCursor,
      content: ({ allOperators }) =>
        allOperators.nodes.map(({ address, delegationsByOperator, networkOperatorsByOperator }: Data) => ({
          address,
          delegations: delegationsByOperator.nodes.map(({ assetByAsset, ...delegation }: Data) => ({
            ...delegation,
            asset: assetByAsset,
          })),
          memberships: byNetwork(
            networkOperatorsByOperator.nodes.map(({ networkByNetwork, ...membership }: Data) => ({
              ...membership,
              network: networkByNetwork,
            })),
          ),
        })),
    }),
  },
};

/** The lists come in orders of their own; there is no cut. */
function byNetwork(memberships: Data[]): Data[] {
  return memberships.sort((a, b) => (a.network.address < b.network.address ? -1 : 1));
}
