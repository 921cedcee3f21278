/**
 * `node:http` for bundles. An ES module import of the original evaluates all it exports, `WebSocket` among them, and with
 * that loads undici: some 25 ms of a cold start for the SDK's two functions and middy's table of status texts.
 */
const http = process.getBuiltinModule("node:http");

export const { Agent, METHODS, request, STATUS_CODES } = http;
export default http;
