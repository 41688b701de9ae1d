import type { ReporterOptions } from "knip";

/** What to do about each kind of thing that knip finds; a kind that is missing here is told by its name alone. */
const INSTEAD: Readonly<Record<string, string>> = {
  files: "nothing imports these files; import them where they are needed, or delete them",
  dependencies: "nothing imports these packages; uninstall them",
  devDependencies: "no test, command or setting uses these packages; uninstall them",
  unlisted: "these packages are not declared; npm install --save-exact them, or use one that is",
  unresolved: "these imports lead nowhere; mend the path",
  binaries: "these programs come with no declared package; declare the package",
  exports: "nothing else uses these exports; drop the word export, or delete them",
  types: "nothing uses these types; delete them",
  nsExports: "nothing uses these exports; drop the word export, or delete them",
  nsTypes: "nothing uses these types; delete them",
  enumMembers: "nothing uses these members; delete them",
  namespaceMembers: "nothing uses these members; delete them",
  duplicates: "one thing is exported under two names; keep one",
};

/** Says what to do about each kind of dead code that was found, above knip's own list of where it lies. */
export default function advise(options: ReporterOptions): ReporterOptions {
  for (const [kind, found] of Object.entries(options.issues)) {
    if (Object.keys(found).length > 0) console.log(`${kind}: ${INSTEAD[kind] ?? "mend these"}.`);
  }
  return options;
}
