import { statfs } from "node:fs/promises";
import { reasonOf } from "../start-problem.ts";

/** `failing`: people are not served. `degraded`: they are, and somebody has to look. */
export type Status = "ok" | "degraded" | "failing";

/** One part of the town: how it is, what is wrong, and its figures. */
export interface Part {
  readonly status: Status;
  /** What is wrong and what to do, in Chinese and English; absent: nothing is. */
  readonly trouble?: { readonly zh: string; readonly en: string };
  readonly figures?: Readonly<Record<string, string | number | boolean>>;
}

/** All parts, by name. */
export type Parts = Readonly<Record<string, Part>>;

/** What a part looks at when it is asked. It answers; it does not throw. */
export type Probe = () => Promise<Part> | Part;

const order: readonly Status[] = ["ok", "degraded", "failing"];
export const worst = (all: readonly Status[]): Status =>
  all.reduce<Status>((one, other) => (order.indexOf(other) > order.indexOf(one) ? other : one), "ok");

export const ok = (figures: Part["figures"] = {}): Part => ({ status: "ok", figures });
export const trouble = (
  status: Exclude<Status, "ok">,
  zh: string,
  en: string,
  figures: Part["figures"] = {},
): Part => ({
  status,
  trouble: { zh, en },
  figures,
});

/** So long an answer is good enough: a crowd of those who ask costs one look. */
const fresh = 2_000;
/** A part that has not answered by then is failing. */
const patience = 5_000;

/** How the town is, part by part, looked at when somebody asks. */
export class TownHealth {
  readonly #probes: Readonly<Record<string, Probe>>;
  #looked = -fresh;
  #parts: Promise<Parts> | undefined;

  constructor(probes: Readonly<Record<string, Probe>>) {
    this.#probes = probes;
  }

  async parts(): Promise<Parts> {
    const now = performance.now();
    if (this.#parts === undefined || now - this.#looked > fresh) {
      this.#looked = now;
      this.#parts = lookAt(this.#probes);
    }
    return this.#parts;
  }

  /** The worst of all parts, and each part's status alone: what anybody may know. */
  async short(): Promise<{ readonly status: Status; readonly parts: Readonly<Record<string, Status>> }> {
    const parts = Object.entries(await this.parts());
    return {
      status: worst(parts.map(([, { status }]) => status)),
      parts: Object.fromEntries(parts.map(([name, { status }]) => [name, status])),
    };
  }
}

async function lookAt(probes: Readonly<Record<string, Probe>>): Promise<Parts> {
  const looked = Object.entries(probes).map(async ([name, probe]) => [name, await inTime(probe)] as const);
  return Object.fromEntries(await Promise.all(looked));
}

async function inTime(probe: Probe): Promise<Part> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Part>((resolve) => {
    timer = setTimeout(() => resolve(trouble("failing", "没有回应", "it does not answer")), patience);
    timer.unref();
  });
  try {
    return await Promise.race([probe(), late]);
  } catch (error) {
    const reason = reasonOf(error);
    return trouble("failing", `不可用：${reason}`, `it fails: ${reason}`);
  } finally {
    clearTimeout(timer);
  }
}

const megabyte = 1024 * 1024;
/** So little room is trouble. */
const room = { little: 1024 * megabyte, none: 64 * megabyte } as const;

/** The disk under a directory. */
export const diskProbe =
  (directory: string): Probe =>
  async () => {
    const { bavail, bsize, blocks } = await statfs(directory);
    const free = bavail * bsize;
    const figures = { freeMB: Math.floor(free / megabyte), totalMB: Math.floor((blocks * bsize) / megabyte) };
    if (free < room.none)
      return trouble("failing", "磁盘已满，请腾出空间", "the disk is full: make room on it", figures);
    if (free < room.little)
      return trouble("degraded", "磁盘空间不足1 GiB", "less than 1 GiB is free on the disk", figures);
    return ok(figures);
  };
