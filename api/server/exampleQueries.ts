/** What GraphiQL opens with, a tab each. Every one of them is run by a test. */
export const exampleQueries: readonly string[] = [
  `# The life of the newest finished task: who was assigned, who signed, what happened when.
query TaskLife {
  tasks(first: 1, where: { status_in: [FINAL] }) {
    nodes {
      taskId
      status
      payload
      deadline
      network { address metadataUri }
      timeline { kind transaction { block timestamp hash } }
      participants { operator { address } weight signed }
      response { response signedWeight challengeDeadline }
    }
  }
  _meta { indexed { number timestamp } }
}
`,
  `# Operators, what backs them and which networks they serve.
query Operators {
  operators(first: 10) {
    totalCount
    nodes {
      address
      commissionBps
      scheduledCommission { commissionBps effectiveAt }
      pools { asset { symbol decimals } totalAssets queuedShares }
      memberships { network { address } optedIn weight assignedTasks signedTasks }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  `# What an earner may claim, with the proof that RewardsCoordinator.claim takes.
query Rewards {
  rewards(earner: "0x14dC79964da2C08b23698B3D3cc7Ca32193d9955") {
    token
    cumulative
    claimed
    claimable
    epoch
    root
    proof
  }
}
`,
  `# Reward epochs: what networks paid, what operators earned.
query RewardEpochs {
  rewardEpochs(first: 5) {
    nodes {
      epoch
      status
      startsAt
      endsAt
      root { root activatesAt total }
      pots {
        network { address }
        token
        pot
        paid
        carriedOut
        operators { operator { address } score gross commission shared }
      }
    }
  }
}
`,
  `# Slashes: who, for what, on whose evidence, and what it took of each pool.
query Slashes {
  slashes(first: 5) {
    totalCount
    nodes {
      offence
      operator { address }
      network { address }
      task { taskId status }
      reporter
      challenge { outcome bond bondReturned }
      fraction
      assets {
        asset { symbol decimals }
        activeSlashed
        queuedSlashed
        assetsPerShareBefore
        assetsPerShareAfter
        distributed
        reporterAmount
        sink
        sinkAmount
      }
      transaction { block timestamp }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  `# How far the indexer is behind the chain.
query Meta {
  _meta {
    chainId
    head { number timestamp }
    indexed { number timestamp }
    finalised { number timestamp }
    lag
    currentEpoch
    contracts { name address }
  }
}
`,
];
