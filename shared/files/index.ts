export { isFileKey } from "./file-key.ts";
export type { Download, FileFacts, Files, Upload } from "./files.ts";
export { fileFound, keepFile } from "./found.ts";
export { memoryFiles } from "./memory-files.ts";
export { downloadLeave, fileSaid, leaveToSend, scanVerdict, uploadLeave } from "./schemas.ts";
export { savedName } from "./upload/index.ts";
