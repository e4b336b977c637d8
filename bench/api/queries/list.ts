import { type Data, lower, type Query, seconds } from "./Query.ts";

const columns = "offence fraction createdTx createdBlock createdAt";
const operatorColumns = "address payout metadataUri";
const networkColumns = "address status totalWeight";

export const list: Query = {
  name: "list",
  title: "50 slashes, each with operator and network",
  variants: 40,
  inDialect: {
    nektar: (_page, after) => ({
      query: `query Slashes($after: String) {
        slashes(first: 50, after: $after) {
          pageInfo { endCursor }
          nodes {
            slashId offence fraction transaction { hash block timestamp }
            operator { ${operatorColumns} } network { ${networkColumns} }
          }
        }
      }`,
      variables: { after },
      next: ({ slashes }) => slashes.pageInfo.endCursor,
      content: ({ slashes }) =>
        slashes.nodes.map(({ transaction, operator, network, ...slash }: Data) => ({
          ...slash,
          transaction: { ...transaction, timestamp: seconds(transaction.timestamp) },
          operator: { ...operator, address: lower(operator.address), payout: lower(operator.payout) },
          network: { ...network, address: lower(network.address) },
        })),
    }),
    ponder: (_page, after) => ({
      query: `query Slashes($after: String) {
        slashs(limit: 50, after: $after, orderBy: "createdBlock", orderDirection: "desc") {
          pageInfo { endCursor }
          items { id ${columns} ofOperator { ${operatorColumns} } ofNetwork { ${networkColumns} } }
        }
      }`,
      variables: { after },
      next: ({ slashs }) => slashs.pageInfo.endCursor,
      content: ({ slashs }) =>
        slashs.items.map(({ id, ofOperator, ofNetwork, ...slash }: Data) =>
          contentOf(id, ofOperator, ofNetwork, slash),
        ),
    }),
    postgraphile: (_page, after) => ({
      query: `query Slashes($after: Cursor) {
        allSlashes(first: 50, after: $after, orderBy: [CREATED_BLOCK_DESC]) {
          pageInfo { endCursor }
          nodes { rowId ${columns} operatorByOperator { ${operatorColumns} } networkByNetwork { ${networkColumns} } }
        }
      }`,
      variables: { after },
      next: ({ allSlashes }) => allSlashes.pageInfo.endCursor,
      content: ({ allSlashes }) =>
        allSlashes.nodes.map(({ rowId, operatorByOperator, networkByNetwork, ...slash }: Data) =>
          contentOf(rowId, operatorByOperator, networkByNetwork, slash),
        ),
    }),
  },
};

function contentOf(slashId: string, operator: Data, network: Data, slash: Data) {
  const { offence, fraction, createdTx: hash, createdBlock: block, createdAt: timestamp } = slash;
  return { slashId, offence, fraction, transaction: { hash, block, timestamp }, operator, network };
}
