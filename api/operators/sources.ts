import { constant, createdColumns, versioned } from "../plan/source.ts";

export const operatorRows = versioned("operator", ["address"], ["bls_key", ...createdColumns]);
export const poolRows = versioned("pool", ["operator", "asset"], createdColumns);
export const poolMagnitudeRows = versioned("pool_magnitude", ["operator", "asset"]);
export const commissionRows = constant("commission");
