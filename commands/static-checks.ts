import { packageProgram, type Task } from "./tasks";

/** The checks that look at the sources without running the portal, longest first. */
export const STATIC_CHECKS: readonly Task[] = [
  // Route types and the declarations of style sheets are generated, and a fresh checkout has none.
  {
    name: "types",
    program: "sh",
    args: ["-c", '"$0" typegen && "$1" --noEmit -p .', packageProgram("next"), packageProgram("tsc")],
  },
  { name: "dead code", program: packageProgram("knip"), args: [] },
  { name: "format and lint", program: packageProgram("biome"), args: ["check", "--error-on-warnings", "."] },
  { name: "structure", program: process.execPath, args: ["commands/run.js", "structure"] },
];
