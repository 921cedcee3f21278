import { describe, expect, test } from "vitest";
import * as z from "zod";
import { inPieces } from "../../../services/grid-events/grids/domain/map/pieces.ts";
import {
  aGridTown,
  eastStreet,
  eastStreetPart,
  mapWithout,
  market,
  theDispatcher,
  theLeader,
  theMap,
  worker,
} from "../grid-town.ts";

const monday = "2026-03-02";
const tuesday = "2026-03-03";

describe("G1: a map of grids counts from a day on", () => {
  test("before the first map the town has no grids", async () => {
    expect((await aGridTown().get("/grids")).body).toEqual({ on: monday, items: [] });
  });

  test("the first one counts today; it is listed with its counts and read with its lines", async () => {
    const town = aGridTown();
    expect(await town.adopt(monday)).toMatchObject({
      status: 201,
      headers: { location: `/grid-events/grid-maps/${monday}` },
      body: { id: monday, status: "adopted", inForce: true, grids: 17, specialGrids: 2, noteCount: 0, notes: [] },
    });
    const { body } = await town.get("/grids");
    expect(body).toMatchObject({ on: monday, map: monday });
    expect(body.items).toHaveLength(17);
    expect(body.items).toContainEqual(expect.objectContaining({ code: eastStreetPart, parent: eastStreet, depth: 2 }));
    expect(body.items).toContainEqual(expect.objectContaining({ code: market, special: "market" }));
    const { body: ofOne } = await town.get("/grids", { village: "532302105200" });
    expect(ofOne.items).toMatchObject([{ code: "532302105200001", households: 310 }]);
    const { body: listed } = await town.get("/grid-maps", {}, worker(1));
    expect(listed.items).toMatchObject([{ id: monday, inForce: true }]);
  });

  test("its lines come out as they went in, and go in again", async () => {
    const town = aGridTown();
    await town.adopt(monday);
    const { body } = await town.get(`/grid-maps/${monday}/grids.geojson`, {}, worker(1));
    const map = JSON.parse(String(body.text ?? JSON.stringify(body)));
    expect(map.features).toHaveLength(17);
    expect(await town.adopt(tuesday, map)).toMatchObject({ status: 201, body: { grids: 17, noteCount: 0 } });
    expect((await town.get("/grid-maps/2026-04-01/grids.geojson", {}, worker(1))).status).toBe(404);
  });

  test("a second one begins tomorrow at the earliest; each day has the grids of its map", async () => {
    const town = aGridTown();
    await town.adopt(monday);
    expect(await town.adopt("2026-03-01", mapWithout(market))).toMatchObject({
      status: 422,
      body: { code: "grid-events.day-past", errors: [{ pointer: "/from" }] },
    });
    expect(await town.adopt(monday, mapWithout(market))).toMatchObject({
      status: 409,
      body: { code: "grid-events.map-of-this-day" },
    });
    expect(await town.adopt(tuesday, mapWithout(market))).toMatchObject({ status: 201, body: { inForce: false } });
    const countOn = async (on: string) =>
      z.array(z.unknown()).parse((await town.get("/grids", { on })).body.items).length;
    expect([await countOn("2026-03-01"), await countOn(monday), await countOn(tuesday)]).toEqual([0, 17, 16]);
    town.runtime.setClock("2026-03-02T16:00:00.000Z");
    expect((await town.get(`/grid-maps/${tuesday}`, {}, worker(1))).body).toMatchObject({ inForce: true });
    expect((await town.get(`/grid-maps/${monday}`, {}, worker(1))).body).toMatchObject({ inForce: false });
    expect(await town.adopt(tuesday)).toMatchObject({ status: 409 });
    town.runtime.setClock("2026-03-04T02:00:00.000Z");
    expect(await town.adopt("2026-03-04")).toMatchObject({
      status: 422,
      body: { code: "grid-events.map-too-soon", details: { inForce: tuesday } },
    });
  });

  test("a coming map is taken back and its day is free again; one that counts is not taken back", async () => {
    const town = aGridTown();
    await town.adopt(monday);
    await town.adopt(tuesday, mapWithout(market));
    const reasons = { reasons: "村界待核" };
    expect(await town.post(`/grid-maps/${monday}/withdraw`, reasons, theLeader)).toMatchObject({
      status: 409,
      body: { code: "grid-events.map-in-force" },
    });
    expect(await town.post(`/grid-maps/${tuesday}/withdraw`, reasons, theLeader)).toMatchObject({
      status: 200,
      body: { status: "called-back", reasons: "村界待核", inForce: false },
    });
    expect((await town.get("/grids", { on: tuesday })).body.items).toHaveLength(17);
    expect(await town.post(`/grid-maps/${tuesday}/withdraw`, reasons, theLeader)).toMatchObject({
      status: 409,
      body: { code: "grid-events.map-not-in-this-state" },
    });
    expect((await town.get("/grid-maps", { status: "called-back" }, worker(1))).body.items).toMatchObject([
      { id: tuesday },
    ]);
    expect(await town.adopt(tuesday)).toMatchObject({ status: 201, body: { status: "adopted", grids: 17 } });
    expect((await town.get("/grids", { on: tuesday })).body).toMatchObject({ map: tuesday });
  });

  test("on the last second before its first day a map is taken back, on the first second of it no more", async () => {
    const town = aGridTown();
    await town.adopt(monday);
    await town.adopt(tuesday);
    town.runtime.setClock("2026-03-02T16:00:00.000Z");
    expect((await town.post(`/grid-maps/${tuesday}/withdraw`, { reasons: "重划" }, theLeader)).status).toBe(409);
    const other = aGridTown();
    await other.adopt(monday);
    await other.adopt(tuesday);
    other.runtime.setClock("2026-03-02T15:59:59.000Z");
    expect((await other.post(`/grid-maps/${tuesday}/withdraw`, { reasons: "重划" }, theLeader)).status).toBe(200);
  });

  test("a dispatcher checks a map and does not adopt it", async () => {
    const town = aGridTown();
    expect((await town.adopt(monday, theMap, theDispatcher)).status).toBe(403);
    expect(await town.post("/grid-maps/check", { map: theMap })).toMatchObject({
      status: 200,
      body: { grids: 17, faults: 0, findings: [] },
    });
    expect((await town.get("/grids")).body.items).toEqual([]);
  });

  test("a map with a fault is refused whole; the check names each fault by place", async () => {
    const town = aGridTown();
    const gap = mapWithout("532302105200001");
    expect(await town.adopt(monday, gap)).toMatchObject({
      status: 422,
      body: { code: "grid-events.map-faulty", details: { faults: 1 }, errors: [{ pointer: "/map" }] },
    });
    const { body } = await town.post("/grid-maps/check", { map: gap });
    expect(body).toMatchObject({
      faults: 1,
      findings: [
        { finding: "gap", level: "fault", at: { lng: expect.any(Number) }, text: expect.stringContaining("空隙") },
      ],
    });
    expect((await town.get("/grids")).body.items).toEqual([]);
    const empty = { type: "FeatureCollection", features: [] };
    expect((await town.adopt(monday, empty)).body).toMatchObject({ code: "grid-events.map-faulty" });
    expect((await town.adopt(monday, { type: "Nonsense" })).body).toMatchObject({ code: "grid-events.map-faulty" });
  });

  test("its history says when and by whom, without its lines", async () => {
    const town = aGridTown();
    await town.adopt(monday);
    const { body } = await town.get(`/grid-maps/${monday}/history`, {}, worker(1));
    expect(body).toMatchObject({
      events: [{ type: "grid-events.grid-map.adopted", actor: "zhen-zhang", data: { from: monday, grids: 17 } }],
      chain: { intact: true },
    });
    expect(JSON.stringify(body)).not.toContain("polygons");
  });
});

describe("a map lies in pieces", () => {
  const grid = (code: string) => ({
    ...{ code, name: code, village: "532302105200", kind: "ordinary" as const },
    polygons: [],
  });
  const bytes = Buffer.byteLength(JSON.stringify(grid("1")));
  test("as many grids in a piece as it holds, both sides of the limit", () => {
    const three = [grid("1"), grid("2"), grid("3")];
    expect(inPieces(three, bytes * 2)).toEqual({ grids1: three.slice(0, 2), grids2: three.slice(2) });
    expect(inPieces(three, bytes * 2 - 1)).toMatchObject({
      grids1: [three[0]],
      grids2: [three[1]],
      grids3: [three[2]],
    });
    expect(inPieces(three, bytes - 1)).toBeUndefined();
  });
  test("sixteen pieces, and no more", () => {
    const grids = Array.from({ length: 16 }, () => grid("1"));
    expect(Object.keys(inPieces(grids, bytes) ?? {})).toHaveLength(16);
    expect(inPieces([...grids, grid("1")], bytes)).toBeUndefined();
  });
  test("a grid with too many corners is refused before anything is kept", async () => {
    const town = aGridTown();
    const [first] = theMap.features;
    const corners = Array.from({ length: 12_000 }, (_none, at) => {
      const angle = (2 * Math.PI * at) / 12_000;
      return [101.9 + Math.cos(angle) * 0.01, 25.1 + Math.sin(angle) * 0.01];
    });
    const round = {
      ...first,
      properties: { code: "532302105002902", name: "圆", special: "orchard" },
      geometry: { type: "Polygon", coordinates: [[...corners, corners[0]]] },
    };
    const map = { ...theMap, features: [...theMap.features, round] };
    expect(await town.adopt(monday, map)).toMatchObject({ status: 422, body: { code: "grid-events.map-too-large" } });
  });
});
