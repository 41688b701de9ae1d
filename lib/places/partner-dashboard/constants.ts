/** Partners that are shown with their checklist; whoever administers more finds them in the list. */
export const MOST_OWN_PARTNERS = 20;
