import * as z from "zod";
import { citizenCheck } from "../../shared/identity-codes/index.ts";
import type { Town } from "./client.ts";

const guide = z.object({
  code: z.string(),
  name: z.object({ zh: z.string() }),
  office: z.string(),
  materials: z.array(z.object({ name: z.string(), required: z.boolean(), shared: z.boolean() })),
});
export type Guide = z.infer<typeof guide>;

/** One person's errand, and how it will go. */
export interface Errand {
  readonly guide: Guide;
  readonly applicant: { kind: "citizen"; name: string; idNumber: string; phone: string };
  /** Comes without all the papers. */
  readonly incomplete: boolean;
  readonly outcome: "granted" | "refused";
  /** Working days the back office takes for each step. */
  readonly pace: number;
}

const page = z.object({ items: z.array(guide), next: z.string().optional() });

async function allGuides(town: Town): Promise<Guide[]> {
  const guides: Guide[] = [];
  let next: string | undefined;
  do {
    const cursor: string = next === undefined ? "" : `&cursor=${encodeURIComponent(next)}`;
    const answer: z.infer<typeof page> = await town.get(`/permits/guides?limit=100${cursor}`, page);
    guides.push(...answer.items);
    next = answer.next;
  } while (next !== undefined);
  return guides;
}

const mayDecide = z.object({ townRole: z.string() });

/** `count` errands over `items` different items the town itself decides; the same seed, the same day. */
export async function errandsOfTheDay(town: Town, count: number, items: number, seed: number): Promise<Errand[]> {
  const random = mulberry(seed);
  const shuffled = (await allGuides(town)).map((one) => ({ one, order: random() })).sort((a, b) => a.order - b.order);
  const chosen: Guide[] = [];
  for (const { one } of shuffled) {
    if (chosen.length === items) break;
    const { townRole } = await town.get(`/powers/items/${one.code}`, mayDecide);
    if (townRole === "decides") chosen.push(one);
  }
  return Array.from({ length: count }, (_none, number) => {
    const guideOfErrand = chosen[number % chosen.length];
    if (guideOfErrand === undefined) throw new Error("the town has no guides yet");
    const needed = guideOfErrand.materials.some(({ required, shared }) => required && !shared);
    return {
      guide: guideOfErrand,
      applicant: somebody(number, random),
      incomplete: needed && random() < 0.3,
      outcome: random() < 0.12 ? "refused" : "granted",
      pace: random() < 0.1 ? 6 : Math.floor(random() * 3),
    };
  });
}

const surnames = [..."李王张刘陈杨赵黄周吴杞普自"];
const givenNames = [..."秀英建国春梅志强桂兰文华永福丽琼"];

/** An invented person, born 1901, so that no number can belong to anybody living. */
function somebody(number: number, random: () => number) {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? "";
  const body = `532302190101${String(1 + (number % 28)).padStart(2, "0")}${String(number % 1000).padStart(3, "0")}`;
  return {
    kind: "citizen" as const,
    name: `${pick(surnames)}${pick(givenNames)}${pick(givenNames)}`,
    idNumber: body + citizenCheck(body),
    phone: `1380000${String(1000 + number).slice(-4)}`,
  };
}

/** A small random generator that repeats itself from a seed. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
