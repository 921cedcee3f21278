import { join } from "node:path";
import { generateKeyPair, SignJWT } from "jose";
import { floorApp } from "./app.ts";

/** The floor as a program of its own: `node main.ts DIRECTORY`; it prints where it listens and a token for everything. */
const { publicKey, privateKey } = await generateKeyPair("ES256");
const token = await new SignJWT({ roles: ["clerk", "reviewer", "approver"] })
  .setProtectedHeader({ alg: "ES256" })
  .setSubject("bench")
  .setIssuer("floor")
  .setAudience("floor")
  .setExpirationTime("1h")
  .sign(privateKey);
const app = floorApp(join(process.argv[2] ?? ".", "floor.db"), publicKey);
const url = await app.listen({ host: "127.0.0.1", port: 0 });
console.log(JSON.stringify({ url, token }));
process.once("SIGTERM", () => void app.close());
