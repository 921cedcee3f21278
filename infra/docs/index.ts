export { asyncapi } from "./asyncapi.ts";
export { documentPath, openapiOfService } from "./of-service.ts";
export { openapi } from "./openapi.ts";
export { docsPage } from "./page.ts";
export { openapiWithoutWords, wordsPath } from "./without-words.ts";
