// cspell:ignore Variant
/** A small file of each kind that an import reads: one product with sizes, and one without options. */
export const IMPORT_EXAMPLES = {
  cartwright: `slug,title,description,content,status,categories,options,sku,default,unitPrice,salePrice,saleTo,stock,weight
linen-shirt,Linen shirt,Cool in summer,<p>Cool in <b>summer</b>.</p>,draft,Clothing > Shirts,Size: S,LS-S,true,49.00,39.00,2030-07-01,4,210
linen-shirt,,,,,,Size: M,LS-M,,49.00,,,0,230
tote-bag,Tote bag,For the market,,draft,Bags,,TOTE,,12.00,,,25,150
`,
  shopify: `Handle,Title,Body (HTML),Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,Image Src,Image Position,Image Alt Text,SEO Title,SEO Description,Status
wool-hat,Wool hat,<p>Soft and <b>warm</b>.</p>,Hats,winter,false,Size,S,HAT-S,90,shopify,4,deny,24.00,30.00,,,,,,draft
wool-hat,,,,,,,M,HAT-M,95,shopify,0,deny,24.00,30.00,,,,,,
canvas-bag,Canvas bag,,Bags,,false,Title,Default Title,CANVAS,150,,,deny,12.00,,,,,,,draft
`,
  woocommerce: `ID,Type,SKU,Name,Published,Short description,Description,In stock?,Stock,Regular price,Sale price,Categories,Images,Parent,Attribute 1 name,Attribute 1 value(s),Weight (kg)
44,variable,tee,Tee,-1,Everyday tee,<p>Soft cotton.</p>,1,,,,Clothing > Tees,,,Colour,"Blue, Green",
45,variation,tee-blue,Tee,1,,,1,5,20.00,,,,tee,Colour,Blue,0.18
46,variation,tee-green,Tee,1,,,1,3,20.00,15.00,,,id:44,Colour,Green,0.18
47,simple,cup,Cup,-1,For tea,,1,12,9.50,,Kitchen,,,,,0.30
`,
} as const;
