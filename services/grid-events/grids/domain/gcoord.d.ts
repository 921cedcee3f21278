/** The library's own types describe its default export as CommonJS; this is its ES module. */
declare module "gcoord/dist/gcoord.esm-bundler.js" {
  type System = "WGS84" | "GCJ02" | "BD09";
  interface Gcoord {
    readonly WGS84: System;
    readonly GCJ02: System;
    readonly BD09: System;
    readonly transform: (lngLat: [number, number], from: System, to: System) => [number, number];
  }
  const gcoord: Gcoord;
  export default gcoord;
}
