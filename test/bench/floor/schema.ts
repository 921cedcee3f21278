/** Bodies of the floor's requests, as JSON Schema: Fastify checks them before the handler runs. */
const applicant = {
  type: "object",
  required: ["kind", "name", "idNumber", "phone"],
  additionalProperties: false,
  properties: {
    kind: { enum: ["citizen", "organisation"] },
    name: { type: "string", minLength: 1, maxLength: 100 },
    idNumber: { type: "string", pattern: "^\\d{17}[\\dX]$" },
    phone: { type: "string", pattern: "^1\\d{10}$" },
  },
} as const;

export const receiveBody = {
  type: "object",
  required: ["itemCode", "applicant", "materials"],
  additionalProperties: false,
  properties: {
    itemCode: { type: "string", pattern: "^[A-Z]{2}-\\d{3}$" },
    applicant,
    materials: { type: "array", maxItems: 50, items: { type: "string", maxLength: 100 } },
  },
} as const;

export const reviewBody = {
  type: "object",
  required: ["opinion"],
  properties: {
    opinion: { enum: ["agree", "disagree"] },
    inspectors: { type: "array", items: { type: "string" } },
    affectsThirdParties: { type: "boolean" },
  },
} as const;

export const decideBody = {
  type: "object",
  required: ["outcome"],
  properties: { outcome: { enum: ["granted", "refused"] }, reasons: { type: "string", minLength: 1 } },
} as const;
