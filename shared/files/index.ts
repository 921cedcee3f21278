export { isFileKey } from "./file-key.ts";
export type { Download, FileFacts, Files, Upload } from "./files.ts";
export { memoryFiles } from "./memory-files.ts";
