// What happens seldom, or is written once, is handled in the obvious way by ours too: deposits, withdrawals, weights and tasks
// are not.
import "../../../../indexer/src/accessManager.ts";
import "../../../../indexer/src/allocationManager.ts";
import "../../../../indexer/src/challengeManager.ts";
import "../../../../indexer/src/loggedOnly.ts";
import "../../../../indexer/src/networkRegistry.ts";
import "../../../../indexer/src/operatorRegistry.ts";
import "../../../../indexer/src/priceAttestationNetwork.ts";
import "../../../../indexer/src/rewardsCoordinator.ts";
import "../../../../indexer/src/slashingManager.ts";
