/** Partners on one page of those that may be put into a tag or taken out of it: what one act may change at most is four times that. */
export const CARRIERS_PER_PAGE = 50;
