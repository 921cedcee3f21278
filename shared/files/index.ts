export type { FileFacts, Files, Upload } from "./files.ts";
export { memoryFiles } from "./memory-files.ts";
