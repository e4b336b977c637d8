import { type Data, lower, type Query, seconds } from "./Query.ts";

const columns = "offence fraction createdTx createdBlock createdAt";
const operatorColumns = "address payout metadataUri";
const networkColumns = "address status totalWeight";

export const list: Query = {
  name: "list",
  title: "50 slashes, each with operator and network",
  variants: 1,
  inDialect: {
    nektar: () => ({
      query: `query Slashes {
        slashes(first: 50) {
          nodes {
            slashId offence fraction transaction { hash block timestamp }
            operator { ${operatorColumns} } network { ${networkColumns} }
          }
        }
      }`,
      variables: {},
      content: ({ slashes }) =>
        slashes.nodes.map(({ transaction, operator, network, ...slash }: Data) => ({
          ...slash,
          transaction: { ...transaction, timestamp: seconds(transaction.timestamp) },
          operator: { ...operator, address: lower(operator.address), payout: lower(operator.payout) },
          network: { ...network, address: lower(network.address) },
        })),
    }),
    ponder: () => ({
      query: `query Slashes {
        slashs(limit: 50, orderBy: "createdBlock", orderDirection: "desc") {
          items { id ${columns} ofOperator { ${operatorColumns} } ofNetwork { ${networkColumns} } }
        }
      }`,
      variables: {},
      content: ({ slashs }) =>
        slashs.items.map(({ id, ofOperator, ofNetwork, ...slash }: Data) =>
          contentOf(id, ofOperator, ofNetwork, slash),
        ),
    }),
    postgraphile: () => ({
      query: `query Slashes {
        allSlashes(first: 50, orderBy: [CREATED_BLOCK_DESC]) {
          nodes { rowId ${columns} operatorByOperator { ${operatorColumns} } networkByNetwork { ${networkColumns} } }
        }
      }`,
      variables: {},
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
