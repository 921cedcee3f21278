import { keptBundles } from "../bundling/kept.ts";

// What is built asks for the modules of services in an order of its own: none of them may be loaded before.
const kept = await keptBundles();
const { appOf } = await import("./towns.ts");
appOf(kept).synth();
