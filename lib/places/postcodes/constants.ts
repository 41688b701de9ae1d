/** What is said of a postcode that no directory has named, or that lies where one may not choose: the two are one. */
export const UNKNOWN_POSTCODE = "This postcode is not known here. Choose the neighbourhood by hand.";

/** How often one person may look up a postcode: more than anybody types. In the shape of `lib/platform/rate-limit`. */
export const POSTCODE_LIMIT = { name: "postcodes", points: 60, seconds: 60 };
