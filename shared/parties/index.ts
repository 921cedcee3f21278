export { type DocumentKind, type DocumentReason, documentKinds, documentNames, parseDocument } from "./documents.ts";
export { type Keyed, partyKey } from "./keyed.ts";
export { maskedNumber, maskParty, type Party, type PartyKind, partyName } from "./masking.ts";
export { maskedPayer, payerKey, unmaskedPayer } from "./payer.ts";
export { parsePhone } from "./phone.ts";
export { partyProblems } from "./problems.ts";
export { citizenNumber, documentKind, party, partyNumber, personParty, phone, villagerParty } from "./schemas.ts";
