import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that deliveries refuse with. */
export type DeliveryRefusal = "grid-events.delivery-not-in-this-state" | "grid-events.not-the-receiver";

/** The refusals of this part, by their codes. */
export const { notYou } = refusals<DeliveryRefusal | CommonRefusal>();
