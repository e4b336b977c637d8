import { on } from "./on.ts";

// Events that change no row: they stand in the log of events, and nowhere else.
const nothing = () => {};

// Nothing was paid out, which the row of the pool's slash says already: its distribution is null.
on("SlashingManager:SlashDistributionDeferred", nothing);

// Who governs a contract, and the permissions of governance: neither stake, eligibility nor pay.
on("AccessManager:OperationCanceled", nothing);
on("AccessManager:OperationExecuted", nothing);
on("AccessManager:OperationScheduled", nothing);
on("AccessManager:RoleAdminChanged", nothing);
on("AccessManager:RoleGrantDelayChanged", nothing);
on("AccessManager:RoleGranted", nothing);
on("AccessManager:RoleGuardianChanged", nothing);
on("AccessManager:RoleLabel", nothing);
on("AccessManager:RoleRevoked", nothing);
on("AccessManager:TargetAdminDelayUpdated", nothing);
on("AccessManager:TargetClosed", nothing);
on("AccessManager:TargetFunctionRoleUpdated", nothing);
on("DelegationManager:AuthorityUpdated", nothing);
on("NetworkRegistry:AuthorityUpdated", nothing);
on("RewardsCoordinator:AuthorityUpdated", nothing);
