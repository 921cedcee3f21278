import { sha256 } from "../../shared/store/index.ts";

/** The key under which a person or body is known inside this service: what is on file, bans, cases. Never published. */
export const partyId = (idNumber: string) => sha256(`party|${idNumber.toUpperCase()}`).slice(0, 24).toUpperCase();
