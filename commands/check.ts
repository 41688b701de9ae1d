import { STATIC_CHECKS } from "./static-checks";
import { packageProgram, runTasks } from "./tasks";

// `npm run check`: everything that takes seconds, for before a commit. npm test runs this and the rest.
const fastTests = { name: "fast tests", program: packageProgram("vitest"), args: ["run", "--project", "unit"] };
const { failed } = await runTasks([...STATIC_CHECKS, fastTests], 2);
process.exitCode = failed === 0 ? 0 : 1;
