import { buildIfStale } from "./build-if-stale";

// `npm run build`: what npm start does by itself, for making an image. Needs no settings and contains none.
await buildIfStale((line) => console.log(line));
