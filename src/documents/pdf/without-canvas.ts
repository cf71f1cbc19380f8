// Stand-ins for drawing classes: pdf.js asks for them when it loads, reading text never uses them, and so no native code is loaded.

class Unused {}

Object.assign(globalThis, { DOMMatrix: Unused, Path2D: Unused, ImageData: Unused })
