export type Fees = { readonly maxFeePerGas: bigint; readonly maxPriorityFeePerGas: bigint };

/**
 * Fees of a replacement, in wei per gas: the present ones, yet at least an eighth above those replaced, rounded up; nodes
 * refuse less than a tenth.
 */
export function replacementFees(replaced: Fees, present: Fees): Fees {
  return {
    maxFeePerGas: larger(raiseUp(replaced.maxFeePerGas), present.maxFeePerGas),
    maxPriorityFeePerGas: larger(raiseUp(replaced.maxPriorityFeePerGas), present.maxPriorityFeePerGas),
  };
}

function raiseUp(fee: bigint): bigint {
  return fee + fee / 8n + 1n;
}

function larger(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}
