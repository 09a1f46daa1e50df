/** The look of every page; no font, image or script comes from elsewhere. */
export const STYLE = `
:root{color-scheme:light dark;--ink:light-dark(#202124,#e8eaed);--faint:light-dark(#5f6368,#a5abb3);
--paper:light-dark(#fff,#17191d);--desk:light-dark(#f3f5f8,#0f1114);--line:light-dark(#e0e3e7,#2c3036);--brand:light-dark(#0b57d0,#8ab4f8)}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--desk);color:var(--ink);
font:14px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
a{color:var(--brand);text-decoration:none}a:hover,a:focus-visible{text-decoration:underline}
:focus-visible{outline:2px solid var(--brand);outline-offset:1px}
header{display:flex;align-items:baseline;gap:14px;flex-wrap:wrap;padding:12px 18px 8px}
header h1{font-size:18px;font-weight:600;margin:0;overflow-wrap:anywhere}
header p{margin:0;color:var(--faint);font-size:13px}
nav{display:flex;gap:4px;overflow-x:auto;padding:0 14px;scrollbar-width:thin}
nav a{flex:none;padding:7px 13px;border-radius:8px 8px 0 0;color:var(--faint)}
nav a:hover{background:var(--line);text-decoration:none}
nav a[aria-current]{background:var(--paper);color:var(--ink);font-weight:600;box-shadow:inset 0 2px var(--brand)}
main{flex:1;background:var(--paper);min-width:0}
.sheet{overflow:auto;max-height:calc(100vh - 96px)}
table{border-collapse:separate;border-spacing:0;table-layout:fixed;background:var(--paper)}
td,th{border-right:1px solid var(--line);border-bottom:1px solid var(--line);padding:3px 6px;height:25px}
td{background:var(--paper);vertical-align:bottom;white-space:pre;overflow:hidden;text-overflow:clip;font-variant-numeric:tabular-nums}
td.o{overflow:visible}
td.n{background-image:linear-gradient(225deg,#e8710a 5px,transparent 5px);background-repeat:no-repeat}
th{font-weight:400;font-size:11px;color:var(--faint);background:var(--desk);text-align:center;padding:2px;overflow:hidden}
tr>th:first-child{position:sticky;left:0;z-index:2}
thead{position:sticky;top:0;z-index:3}
thead tr:last-child>*{border-bottom:2px solid light-dark(#c6cbd1,#4a5058)}
tr:target>*{box-shadow:inset 0 2px var(--brand),inset 0 -2px var(--brand)}
.f{color:var(--faint);font-style:italic}
.spark{display:block;width:100%;height:20px;overflow:visible}
.spark polyline{fill:none;stroke:var(--brand);stroke-width:1.5;vector-effect:non-scaling-stroke;stroke-linejoin:round}
.spark circle,.spark rect{fill:var(--brand)}
.charts{display:flex;flex-wrap:wrap;gap:16px;padding:18px}
.chart{margin:0;flex:1 1 min(460px,100%);overflow-x:auto;border:1px solid var(--line);border-radius:10px;padding:8px;background:var(--paper)}
.chart svg{display:block;width:100%;min-width:440px;height:auto}.chart text{font-family:inherit}
.more{display:flex;gap:16px;flex-wrap:wrap;padding:10px 18px;color:var(--faint)}
.list{list-style:none;margin:8px auto 40px;padding:0 16px;width:100%;max-width:720px}
.list li{border:1px solid var(--line);border-radius:12px;background:var(--paper);margin:10px 0}
.list a{display:block;padding:14px 18px;color:var(--ink)}.list strong{display:block;font-size:16px;color:var(--brand);overflow-wrap:anywhere}
.list span{color:var(--faint);font-size:13px}
.empty{padding:40px 18px;text-align:center;color:var(--faint)}
@media (max-width:600px){header{padding:10px 12px 6px}.charts{padding:12px;gap:12px}td,th{padding:4px 6px}nav a{padding:10px 13px}}
@media print{.sheet{max-height:none;overflow:visible}nav,.more{display:none}thead{position:static}}
`;
