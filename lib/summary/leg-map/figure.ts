/** What the leg map is drawn from. All figures show a right leg; one unit is about a millimetre. */

export interface FigureArea {
  /** The option of the question that the area stands for. */
  readonly value: string;
  /** The closed outline that lights up. */
  readonly shape: string;
  /** What is tapped, where that is not the shape itself: a bracket beside the leg, a vein. */
  readonly handle?: { readonly path: string; readonly dashed?: true; readonly label?: Label };
}

interface Label {
  readonly x: number;
  readonly y: number;
}

export interface Figure {
  readonly id: 'whole' | 'back' | 'inner' | 'outer' | 'sole';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The skin's outline. */
  readonly outline: readonly string[];
  /** Muscles, tendons, bones and folds, drawn finer. */
  readonly details: readonly string[];
  readonly areas: readonly FigureArea[];
  /** Where "inner" and "outer" are written, so that nobody mistakes the sides. */
  readonly sides?: { readonly inner: Label; readonly outer: Label };
}
