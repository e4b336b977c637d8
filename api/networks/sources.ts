import { constant, createdColumns, versioned } from "../plan/source.ts";

export const networkRows = versioned("network", ["address"], createdColumns);
export const membershipRows = versioned(
  "network_operator",
  ["network", "operator"],
  ["assigned_tasks", "signed_tasks", ...createdColumns],
);
export const networkAssetRows = versioned("network_asset", ["network", "asset"], createdColumns);
export const weightRows = versioned("operator_weight", ["network", "operator", "asset"]);
export const parameterRows = constant("network_parameters");
