import type { Service } from "./manifest.ts";

/** Memory and timeout of a service's functions; a manifest states only what differs. An api answers within API Gateway's 30 s. */
export const defaultFunctions = {
  api: { memoryMb: 512, timeoutSeconds: 29 },
  relay: { memoryMb: 256, timeoutSeconds: 30 },
  reactions: { memoryMb: 256, timeoutSeconds: 30 },
  clockwork: { memoryMb: 256, timeoutSeconds: 60 },
  opening: { memoryMb: 512, timeoutSeconds: 300 },
} as const satisfies Service["functions"];
