import { cloudApp } from "./cloud.ts";
import { servedFor } from "./served.ts";
import { services } from "./services.ts";
import { TownStage } from "./town-stage.ts";
import { loadTownFrom, townSlugs } from "./towns/load.ts";

const app = cloudApp();
for (const slug of townSlugs()) {
  const town = loadTownFrom(slug);
  new TownStage(app, slug, { town, services, served: servedFor(services, town.profile) });
}
app.synth();
