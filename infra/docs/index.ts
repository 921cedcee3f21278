export { asyncapi } from "./asyncapi.ts";
export { openapi } from "./openapi.ts";
export { docsPage } from "./page.ts";
