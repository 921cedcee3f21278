import { documentReactions } from "../../services/permits/papers/reactions/document.ts";
import { permits } from "../../services/permits/service.ts";

/** The reactions of permits save the drawing of papers, which takes longer than all others together. */
export const unprinted = permits.subscriptions.filter((one) => !documentReactions.includes(one));
