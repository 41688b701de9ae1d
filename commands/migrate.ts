import { withDatabase } from "./with-database";

// `npm run migrate`: brings the database up to date and ends; npm start does the same by itself.
await withDatabase(async () => console.log("The database is up to date."));
