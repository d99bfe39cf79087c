/** The Vietnamese texts have the shape of the English ones; Vietnamese has no plural, so "_one" is not needed. */
export type SameTexts<Tree> = {
  readonly [K in keyof Tree as K extends `${string}_one` ? never : K]: Tree[K] extends string
    ? string
    : SameTexts<Tree[K]>;
};
