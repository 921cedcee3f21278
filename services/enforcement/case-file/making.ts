import { savedName } from "../../../shared/files/upload/index.ts";
import type { Runtime } from "../../../shared/service/index.ts";
import { type AnyDecider, everythingIn, type Loaded, sha256 } from "../../../shared/store/index.ts";
import { evidence } from "../cases/domain/evidence/decider.ts";
import { penaltyCase, proceeding } from "../cases/index.ts";
import { evidenceFileKey } from "../files/domain/evidence-file.ts";
import { filesHeldBy } from "../files/index.ts";
import { hearing } from "../hearings/domain/decider.ts";
import { kinds } from "../papers/domain/kinds.ts";
import { inOrder, type PrintedPaper, papersOf, printedPaper } from "../papers/domain/paper.ts";
import { printedPdfOf } from "../papers/index.ts";
import { fine } from "../payment/domain/decider.ts";
import { addressConfirmation } from "../service-of-papers/domain/confirmation.ts";
import { delivery } from "../service-of-papers/domain/decider.ts";
import { type Entry, indexOf, sumsOf, tarOf } from "./bundle.ts";
import type { CaseFile, Exported } from "./domain/case-file.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const asJson = (value: unknown) => encode(`${JSON.stringify(value, null, 1)}\n`);
const place = (at: number) => String(at + 1).padStart(3, "0");

/** The kept bytes of a file that is on record. @throws Error if it is lost or altered */
async function bytesOf(
  file: { readonly key: string; readonly sha256: string },
  { files }: Runtime,
): Promise<Uint8Array> {
  const bytes = await files.get(file.key);
  if (bytes === undefined || sha256(bytes) !== file.sha256) throw new Error("a paper of the file is lost or altered");
  return bytes;
}

/** Each paper as page and as PDF. */
async function papersIn(id: string, runtime: Runtime): Promise<Entry[]> {
  const all = await everythingIn(runtime.store, printedPaper, {
    index: "byCase",
    partition: papersOf({ kind: "case", id }),
  });
  const entries: Entry[] = [];
  for (const [at, paper] of inOrder(all).entries()) entries.push(...(await pagesOf(paper, place(at), runtime)));
  return entries;
}

async function pagesOf({ id, state }: Loaded<PrintedPaper>, at: string, runtime: Runtime): Promise<Entry[]> {
  const { kind, number, on, party } = state;
  if (state.status === "numbered") throw new Error("a paper of the file is not drawn up yet");
  const pdf = await printedPdfOf(id, state, runtime);
  if (pdf === undefined) throw new Error("a paper of the file is lost or altered");
  const about = { what: "paper", id, kind, title: kinds[kind].zh, number, on, party: party ?? null };
  const path = `papers/${at}-${kind}`;
  return [
    { path: `${path}.html`, bytes: await bytesOf(state.html, runtime), about },
    { path: `${path}.pdf`, bytes: await bytesOf(pdf, runtime), about },
  ];
}

/** The whole history of each thing of the case, with its own chain of hashes. */
async function historiesIn(id: string, runtime: Runtime): Promise<Entry[]> {
  const { store } = runtime;
  const state = (await store.load(penaltyCase, id))?.state;
  const pieces = state?.evidence.map((one) => one.id) ?? [];
  const proceedings = state !== undefined && "proceedings" in state ? state.proceedings : [];
  const his = proceedings.map(({ party }) => `${id}:${party}`);
  const inCase = (aggregate: string) => ({ index: "byCase", partition: `${aggregate}:${id}` });
  const [hearings, deliveries] = await Promise.all([
    everythingIn(store, hearing, inCase("hearing")),
    everythingIn(store, delivery, inCase("delivery")),
  ]);
  const things: readonly (readonly [of: AnyDecider, ids: readonly string[]])[] = [
    [penaltyCase, [id]],
    [evidence, pieces],
    [proceeding, his],
    [hearing, hearings.map((one) => one.id)],
    [delivery, deliveries.map((one) => one.id)],
    [addressConfirmation, his],
    [fine, his],
  ];
  const entries: Entry[] = [];
  for (const [of, ids] of things)
    for (const [at, one] of ids.entries()) {
      const found = await store.history(of, one);
      if (found.length === 0) continue;
      const events = found.map(({ pk: _pk, sk: _sk, ...event }) => event);
      const about = {
        what: "history",
        aggregate: of.aggregate,
        id: one,
        events: events.length,
        head: events.at(-1)?.hash,
      };
      entries.push({ path: `histories/${of.aggregate}-${place(at)}.json`, bytes: asJson(events), about });
    }
  return entries;
}

/** So much of the files of evidence goes into one export. */
const mostBytes = 100 * 1024 * 1024;

/** CF-46a: the files that were sent, as they came. What is left out is told with its digest, and why. */
async function evidenceFilesIn(id: string, { store, files }: Runtime): Promise<Entry[]> {
  const of = await store.load(penaltyCase, id);
  const all = of === undefined ? [] : await filesHeldBy(of, store);
  const sent = all.filter(({ state }) => state.status === "kept" || state.status === "infected");
  const entries: Entry[] = [];
  let total = 0;
  for (const [at, { id: file, state }] of sent.entries()) {
    const { title, type, sha256: digest, bytes, status } = state;
    const about = { what: "evidence-file", id: file, title, type, sent: digest };
    const name = `evidence/${place(at)}`;
    const leave = (left: string) => entries.push({ path: `${name}.json`, bytes: asJson({ ...about, left }), about });
    if (status === "infected") leave("infected");
    else if (total + bytes > mostBytes) leave("too-large");
    else {
      const content = await files.get(evidenceFileKey(file));
      if (content === undefined || sha256(content) !== digest) leave("lost-or-altered");
      else {
        total += bytes;
        entries.push({ path: savedName(name, type), bytes: content, about });
      }
    }
  }
  return entries;
}

/** CF-46: each piece with the digests of its files. What is not among the files lies where its custody says. */
async function evidenceIn(id: string, { store }: Runtime): Promise<Entry[]> {
  const state = (await store.load(penaltyCase, id))?.state;
  const pieces = await store.loadAll(
    evidence,
    (state?.evidence ?? []).map((one) => one.id),
  );
  const list = pieces.map(({ id: piece, state: { kind, collectedOn, status, acts, files, excluded } }) => ({
    ...{ id: piece, kind, collectedOn, status, acts, files },
    excluded: excluded?.ground ?? null,
  }));
  return [{ path: "evidence.json", bytes: asJson(list), about: { what: "evidence", pieces: list.length } }];
}

/**
 * Makes the file of a case: papers, histories, the evidence and its files; the index `manifest.json`, and `SHA256SUMS`. The same
 * things make the same bytes.
 * @throws Error while a paper is lost, altered or not drawn up yet: it is then tried again
 */
export async function makeCaseFile(id: string, asked: CaseFile, runtime: Runtime): Promise<Exported> {
  const { case: of, number, on, complete, missing } = asked;
  const entries = [
    ...(await papersIn(of, runtime)),
    ...(await evidenceIn(of, runtime)),
    ...(await evidenceFilesIn(of, runtime)),
    ...(await historiesIn(of, runtime)),
  ];
  const { lines, chain } = indexOf(entries);
  const state = (await runtime.store.load(penaltyCase, of))?.state;
  const { code, organName, uscc } = runtime.town;
  const manifest = {
    ...{ format: "qiangzhen.case-file/1", export: id, town: code, organ: { name: organName.zh, uscc } },
    case: {
      ...{
        id: of,
        number,
        status: state?.status,
        ending: state !== undefined && "ending" in state ? state.ending : null,
      },
      papersOnFile: state?.papers ?? [],
    },
    ...{ askedOn: on, complete, missing, entries: lines, chain },
  };
  const index = { path: "manifest.json", bytes: asJson(manifest) };
  const sums = encode(sumsOf([...lines, { path: index.path, sha256: sha256(index.bytes) }]));
  const bytes = tarOf([index, { path: "SHA256SUMS", bytes: sums }, ...entries]);
  const hash = sha256(bytes);
  const key = `case-files/${id}/${hash}.tar`;
  await runtime.files.put(key, bytes, "application/x-tar");
  return { file: { key, sha256: hash }, bytes: bytes.length, entries: lines.length, chain };
}
