import { relations } from "ponder";
import {
  asset,
  delegation,
  network,
  networkOperator,
  operator,
  slash,
  task,
} from "../../../../indexer/ponder.schema.ts";

export * from "../../../../indexer/ponder.schema.ts";

// What Ponder's API needs to go from row to row. Relations named as a column would hide it.
export const taskRelations = relations(task, ({ one }) => ({
  ofNetwork: one(network, { fields: [task.network], references: [network.address] }),
}));
export const slashRelations = relations(slash, ({ one }) => ({
  ofOperator: one(operator, { fields: [slash.operator], references: [operator.address] }),
  ofNetwork: one(network, { fields: [slash.network], references: [network.address] }),
}));
export const operatorRelations = relations(operator, ({ many }) => ({
  delegations: many(delegation),
  memberships: many(networkOperator),
}));
export const delegationRelations = relations(delegation, ({ one }) => ({
  ofOperator: one(operator, { fields: [delegation.operator], references: [operator.address] }),
  ofAsset: one(asset, { fields: [delegation.asset], references: [asset.address] }),
}));
export const networkOperatorRelations = relations(networkOperator, ({ one }) => ({
  ofOperator: one(operator, { fields: [networkOperator.operator], references: [operator.address] }),
  ofNetwork: one(network, { fields: [networkOperator.network], references: [network.address] }),
}));
