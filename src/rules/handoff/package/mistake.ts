/** Something in a package that cannot be: where, and why. */
export interface Mistake {
  path: string;
  message: string;
}
