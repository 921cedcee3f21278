/** States of substitute performance and what moves them (QZ-50 to QZ-52). */
export const substitutionMoves = {
  demanded: { "note-service": "demanded", decide: "decided", stop: "stopped" },
  decided: { "note-service": "decided", remind: "decided", perform: "performed", stop: "stopped" },
  performed: { "tell-party": "performed", "claim-costs": "closed", close: "closed", "pass-time": "performed" },
  stopped: {},
  closed: { "note-cost-payment": "closed", "take-cost-payment-back": "closed" },
} as const;
