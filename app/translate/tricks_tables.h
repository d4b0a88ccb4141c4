// The words that tricks_han.cpp and tricks_homophones.cpp look for, each table a text of words
// between blanks.
#pragma once

#include <string_view>

namespace translate {

// Initials of pinyin syllables that stand for a phrase, in use on Chinese networks.
inline constexpr std::string_view kPinyinInitials =
    "yyds xswl nsdd dbq zqsg awsl kswl szd plmm pljj cqy yxh wdnmd nmd tmd cnm nmsl wcnm sb "
    "xdm jms yygq bdjw jrm nbcs bllm srds glz drl pyq zz ky xsl hhh hhhh ssfd pyjy dddd ylq "
    "xjj xgg nss bhys bsdd blx cdx cp dhl djll drddup emo fmcl gkd gnps hgnb jjj jlss kdl "
    "ljyys lsp mdzz mmp mlgb nbl nsl npy nb ntm nw ojbk pdd qswl rbq rnm sdl sjb sk skr skrr "
    "sl srs ssr tcl tql tmlg tsll u1s1 uls wc wtcl wdl wlg wsl wxhn wsngo xfxy xhs xmsl xnxq "
    "xql xx yjgj yjjc ymjz yq yqgz yrx yysy zjgb zgb zls zmj zyy zypp bbl bd bksn bjd bp bxs "
    "cb cx dbl dd dl djb dkk dlam dsj fg fsnr gdx ggmm gg gj gmy hhhhh hxd jj jbl jc jm jmm "
    "jmd jsl kk ksw lbl lg ls lxm mdx mjj mm nc nh ngm nnd np pua pyp qgg qnmd qqy rs rtfm "
    "sbr scy shqg shs sqd ss sx tg tl tt wh whc wtf wx wxs xb xhw xp xs xsb xswlq xwx ycy yd "
    "ydl yms yp ysl yxs zg zgr zh zqs zs zsh zw zyz bb bbs ghs hs mjgl bmjj dssq ryq qaq jsm "
    "bdx zzzq qjc lmls qmq yyxs bskr zdjd xbb wbl gxs xzz gfs";

// Of these, words that are also ordinary abbreviations, or too short to tell alone.
inline constexpr std::string_view kWeakInitials =
    "cp emo skr ssr wtf pua gg pdd bbs mm jj kk tt ss ls sl sk cx dd dl bd bp bb cb fg gj hs "
    "jc jm lg nc nh np nw rs sb sx tg tl wc wh wx xb xp xs xx yd yp yq zg zh zs zw zz ky nb "
    "xhs qaq rtfm hhh hhhh hhhhh";

// Abbreviations without a vowel that are at home in Chinese sentences.
inline constexpr std::string_view kOrdinaryLatin =
    "app ktv ppt pdf html css php sql xml ssh http https www mp mp3 mp4 png jpg gif npc rpg "
    "fps gpt llm cpu gpu usb dvd cd tv pc hd dj mv nba cba kfc bbc cctv gdp hr vr xr dlc dps "
    "hp mbti sdk tts ps pptx docx xlsx csv txt zip wps vlog plog blog db wfh lv cm mm km kg "
    "mg ml gb mb tb hz mhz ghz vs pk nft btc rss git npm js ts cpp rgb hdr led lcd ssd ddl "
    "kpi ngo ceo diy spf ph vpn dns tcp ip ny nyc bgm bts kpop ct mri pcr hpv spa sns line dm "
    "ty thx pls btw brb lgtm tldr wtf cosplay gpx nfc sfx vfx mcn hrt sps ttps bnb xl xxl xs "
    "tpu pvc dht gps ldl hdl ptsd adhd phd mba gmt pst html5 sb2 ltd ppm ppb rpm bpm dpi ppi "
    "kwh mwh mph kph kbps mbps gbps fhd qhd uhd rtx gtx amd";

// Numbers that are read as words: 7456 "气死我了". First those that mean nothing else.
inline constexpr std::string_view kNumberWords =
    "5201314 9487 1314 7456 748 0748 9494 594 594230 3344 530 5366 1414 2333 23333 233333 886 "
    "7758 7758521 3166 4242 5555 55555 555555 9958 7878 8147 1573 246 201314 1314520 1711 "
    "5376 3399 8807701314520 4649 3470 18782 0840 4510 5963 8181 0906 1392010 282 9420 98 "
    "25184 0487 729 1798 440295 3731 51396 59420 0451392 584 584520 20110 8834760 574839 6868 "
    "987 837 829475 1372 543720 025184 04551 0564335 0837 08376 095 098 1240 1298 1314925 "
    "1457 147 1487 5871 5420 516 517 51020 507680 53770 53782 0457 0456 0594184 04527 56 7319 "
    "7087 687 68295 8006 865 8716 9089 910 918 9213 9240 92013";
inline constexpr std::string_view kSureNumbers =
    "5201314 9487 1314 7456 748 0748 9494 594 594230 3344 530 5366 1414 7758 7758521 3166 9958 "
    "1573 "
    "201314 "
    "1314520 4649 3470 18782 0840 2333 23333 233333 886 9420 25184 5376 282 59420";
inline constexpr std::string_view kWeakNumbers =
    "520 521 88 886 38 250 246 94 9 4 7 55 555 39 77 748 98 87 84 56";

// Words spelled with other characters of the same or nearly the same sound.
inline constexpr std::u32string_view kHomophones[] = {
    U"蕉绿",     U"焦绿",       U"蕉虑",       U"疯控",       U"精叉",     U"井察",
    U"毕叶",     U"集美",       U"蓝瘦",       U"香菇",       U"歪果仁",   U"歪国仁",
    U"童鞋",     U"盆友",       U"稀饭",       U"灰常",       U"灰长",     U"酱紫",
    U"酿紫",     U"神马",       U"介四",       U"介样",       U"介个",     U"斑竹",
    U"板猪",     U"杯具",       U"洗具",       U"围脖",       U"大虾",     U"冲鸭",
    U"情况鸭",   U"好次",       U"表酱",       U"木有",       U"肿么",     U"虾米",
    U"筒子们",   U"帅锅",       U"霉女",       U"果咩",       U"蒸蚌",     U"栓q",
    U"栓Q",      U"芭比q",      U"芭比Q",      U"夺笋",       U"针不戳",   U"泰裤辣",
    U"尊嘟",     U"假嘟",       U"耗子尾汁",   U"伞兵",       U"煞笔",     U"傻叉",
    U"辣鸡",     U"达咩",       U"布吉岛",     U"不造",       U"开森",     U"桑心",
    U"矮油",     U"妹纸",       U"汉纸",       U"女票",       U"男票",     U"鸡冻",
    U"内牛满面", U"亚历山大",   U"鸭梨",       U"虾仁猪心",   U"口怜",     U"可耐",
    U"口耐",     U"酱婶",       U"酱样",       U"偶们",       U"偶滴",     U"偶也",
    U"偶就",     U"偶不",       U"偶是",       U"偶要",       U"素不素",   U"系不系",
    U"素滴",     U"银家",       U"伦家",       U"有木有",     U"腻害",     U"粗来",
    U"粗去",     U"粗门",       U"次饭",       U"吃鸡腿",     U"觉觉猪",   U"某得",
    U"康康",     U"康到",       U"涩涩",       U"瑟瑟发抖",   U"孩纸",     U"油菜花",
    U"油墨",     U"餐具啊",     U"茶几上",     U"美眉",       U"青蛙",     U"恐龙妹",
    U"菌男",     U"斑猪",       U"版猪",       U"沙发",       U"斯国一",   U"一颗赛艇",
    U"鹅妹子嘤", U"雨女无瓜",   U"猴赛雷",     U"厚礼谢",     U"因缺思厅", U"因缺思汀",
    U"累觉不爱", U"图样图森破", U"狗带",       U"药丸",       U"丧心病狂", U"我伙呆",
    U"小伙伴",   U"凉凉",       U"郭嘉",       U"郭楠",       U"果蝇",     U"普信",
    U"仙女棒",   U"下头",       U"郭加",       U"米国",       U"霉国",     U"鹰酱",
    U"脚盆",     U"河蟹",       U"草泥马",     U"尼玛",       U"泥马",     U"卧槽",
    U"握草",     U"窝草",       U"我艹",       U"卧艹",       U"牛掰",     U"牛批",
    U"流批",     U"妈耶",       U"麻麻",       U"粑粑麻麻",   U"鼻要",     U"表脸",
    U"不要碧莲", U"碧莲",       U"酸菜鱼吧",   U"鸡你太美",   U"只因",     U"蔡虚鲲",
    U"油饼",     U"食不食",     U"香翅捞饭",   U"你干嘛哎哟", U"素质广场", U"水果捞",
    U"绿泡泡",   U"小破站",     U"某宝",       U"桃宝",       U"淘饱",     U"并夕夕",
    U"拼夕夕",   U"紫薯人",     U"紫砂",       U"嘎了",       U"鲨了",     U"噶了",
    U"自鲨",     U"肖战粉",     U"奏是",       U"造吗",       U"造不造",   U"宝贝鹅",
    U"鹅子",     U"鹅几",       U"女鹅",       U"吼啊",       U"吼吧",     U"钟国",
    U"仲国",     U"忠国",       U"湾湾",       U"棒子们",     U"灰机",     U"飞鸡",
    U"灰来灰去", U"嗦嘎",       U"纳尼",       U"阔以",       U"可依",     U"阔爱",
    U"口以",     U"嘤该",       U"因该",       U"应gai",      U"泥萌",     U"泥们",
    U"你萌",     U"我萌",       U"他萌",       U"窝们",       U"窝不",     U"窝也",
    U"窝的",     U"伱",         U"真滴",       U"好滴很",     U"是滴",     U"吃滴",
    U"滴帖",     U"在介",       U"介里",       U"森么",       U"神莫",     U"什莫",
    U"怎摸",     U"腫麼",       U"醬子",       U"降子",       U"釀子",     U"粉好",
    U"粉愛",     U"口胡",       U"水饺",       U"碎觉",       U"睡jio",    U"歪比巴卜",
    U"奥利给",   U"给力",       U"菜狗",       U"屎诗",       U"塔们",     U"噶腰子",
    U"绳命",     U"回晒",       U"井猜",       U"芥末",       U"好康",     U"喜大普奔",
    U"肥肠",     U"肥家",       U"灰去",       U"胖友",       U"漂酿",     U"漂酿滴",
    U"飘亮",     U"鱼塘",       U"奈斯",       U"古德",       U"三克油",   U"三q",
    U"蟹蟹",     U"谢谢茄子",   U"栓扣",       U"拜拜了您嘞", U"白白了",   U"晚安安安",
    U"耐你",     U"奈你",       U"爱老虎油",   U"爱老虎",     U"母鸡啊",   U"木鸡",
    U"冰淇凌雪", U"退钱哥",     U"康师傅看看", U"围观群猪",   U"肿胀",     U"吃藕",
    U"粉开心",   U"粉喜欢",     U"嗨森",       U"辣么",       U"辣个",     U"介么",
    U"嫩么",     U"蛇精病",     U"美腻",       U"趴体",       U"你造",     U"尊的",
    U"蒸的",     U"蒸滴",       U"假滴",       U"劳资",       U"老纸",     U"因吹斯",
    U"好嘟",     U"四不四",     U"似不似",     U"我系",       U"就系",     U"滋磁",
    U"资瓷",     U"舒胡",       U"次鸡",       U"内个",       U"特喵",     U"他喵",
    U"塔喵",     U"乃们",       U"奥力给",     U"牛啤",       U"依托答辩", U"蟹不肉",
    U"砖家",     U"叫兽",       U"泥好",       U"窝觉",       U"窝想",     U"窝要",
    U"窝是",     U"窝真",       U"窝爱",       U"我耐",       U"偶耐",     U"偶好",
    U"偶真",     U"偶想",       U"偶觉",       U"偶家",       U"哥屋恩",   U"勒色",
    U"好口爱",   U"哈皮",       U"嗨皮",       U"木油",       U"米有",     U"没油",
    U"咪有",     U"肿摸",       U"捉急",       U"着鸡",       U"系的",     U"素的",
    U"这素",     U"那素",       U"介素",       U"就素",       U"不素",     U"有素",
    U"灰气",     U"桑不起",     U"伤不起呀",   U"巨好次",     U"超好次",   U"想次",
    U"次了",     U"去次",       U"在次",       U"一起次",     U"饿屎",     U"笑屎",
    U"累屎",     U"气屎",       U"冷屎",       U"热屎",       U"帅呆鸟",   U"完鸟",
    U"死鸟",     U"走鸟",       U"来鸟",       U"睡鸟",       U"到鸟",     U"好鸟呀",
    U"掰掰",     U"白白啦",     U"拜拜鸟",     U"安捏",       U"水水der",  U"好der",
    U"真der",    U"摁",         U"蚌埠住",     U"绷埠住",     U"绝绝紫",   U"无鱼子",
    U"瓦学弟",   U"芜湖起飞",   U"家银",       U"男银",       U"女银",     U"好银",
    U"坏银",     U"丢银",       U"本银",       U"某银",       U"大银",     U"猪脚",
    U"猪脚光环", U"肥宅快乐水", U"果酱网友",   U"新年筷乐",   U"筷乐",     U"生日快落",
    U"快落",     U"快了乐",     U"猪你",       U"虎年大鸡",   U"兔个",     U"芝士雪豹",
    U"芝士什么", U"芝士力量",   U"我芝士",     U"雀食",       U"绝对紫",   U"包的包的",
    U"鹿了",
};
// Ordinary names and words with one of these inside.
inline constexpr std::u32string_view kHonestNames[] = {
    U"香蕉绿",   U"芭蕉绿",   U"集美大学", U"集美大學", U"集美区", U"集美區",
    U"集美学村", U"集美中学", U"厦门集美", U"斑竹林",   U"斑竹枝", U"斑竹园",
    U"丛斑竹",   U"叢斑竹",   U"种斑竹",   U"株斑竹",   U"根斑竹", U"湘妃斑竹",
};
// Of these, words that are also ordinary: they count with another only.
inline constexpr std::u32string_view kOrdinaryHomophones[] = {
    U"稀饭",   U"香菇",     U"大虾",   U"油饼", U"水饺",     U"沙发",     U"青蛙",
    U"鸭梨",   U"药丸",     U"小伙伴", U"凉凉", U"亚历山大", U"洗具",     U"围脖",
    U"杯具",   U"河蟹",     U"果蝇",   U"芥末", U"肥肠",     U"鱼塘",     U"下头",
    U"美眉",   U"康康",     U"涩涩",   U"达咩", U"瑟瑟发抖", U"油墨",     U"丧心病狂",
    U"紫砂",   U"菌男",     U"神马",   U"给力", U"油菜花",   U"湾湾",     U"肿胀",
    U"仙女棒", U"普信",     U"米国",   U"麻麻", U"碧莲",     U"不造",     U"尼玛",
    U"虾米",   U"鹅子",     U"木鸡",   U"好康", U"古德",     U"草泥马",   U"卧槽",
    U"小破站", U"水果捞",   U"纳尼",   U"凉凉", U"童鞋",     U"可依",     U"郭嘉",
    U"粗门",   U"只因",     U"女票",   U"妈耶", U"银家",     U"菜狗",     U"奥利给",
    U"开森",   U"奈斯",     U"真滴",   U"是滴", U"女鹅",     U"累觉不爱", U"喜大普奔",
    U"口胡",   U"素质广场", U"我伙呆", U"大银", U"猪脚",     U"我系",     U"就系",
    U"鹿了",   U"这素",     U"系的",   U"摁",   U"没油",     U"掰掰",     U"来鸟",
    U"劳资",   U"辣个",     U"嫩么",   U"次了", U"雀食",     U"不素",     U"男银",
    U"女银",
};

// A character written as its two halves. The first of a row's three is the whole.
inline constexpr std::u32string_view kTakenApart =
    U"你亻尔 吗口马 吧口巴 呢口尼 啊口阿 说讠兑 說言兌 说言兑 强弓虽 的白勺 好女子 "
    U"和禾口 别另刂 得彳导 骗马扁 騙馬扁 钱钅戋 谢讠射 们亻门 他亻也 加力口 油氵由 "
    U"呀口牙 朋月月 明日月 果日木 难又隹 话讠舌 听口斤 胖月半 时日寸 欢又欠 双又又 "
    U"从人人 顾厄页 顶丁页 頂丁頁 吃口乞 饭饣反 喊口咸 唱口昌 叫口丩 吹口欠 味口未 "
    U"咱口自 啦口拉 哈口合 哪口那 嘛口麻 喝口曷 啥口舍 哦口我 哎口艾 吵口少 她女也 "
    U"妈女马 姐女且 妹女未 奶女乃 如女口 妙女少 娘女良 姑女古 嫁女家 林木木 机木几 "
    U"相木目 根木艮 校木交 样木羊 树木对 村木寸 杯木不 枪木仓 想相心 情忄青 快忄夬 "
    U"怕忄白 性忄生 忙忄亡 懂忄董 怪忄圣 恨忄艮 慢忄曼 把扌巴 打扌丁 抓扌爪 找扌戈 "
    U"扣扌口 抱扌包 拍扌白 拉扌立 推扌隹 挂扌圭 描扌苗 换扌奂 握扌屋 没氵殳 江氵工 "
    U"河氵可 法氵去 海氵每 活氵舌 洗氵先 流氵充 游氵斿 清氵青 测氵则 汉氵又 酒氵酉 "
    U"泪氵目 请讠青 认讠人 讨讠寸 让讠上 论讠仑 词讠司 试讠式 诗讠寺 语讠吾 误讠吴 "
    U"课讠果 谁讠隹 读讠卖 调讠周 许讠午 计讠十 记讠己 识讠只 评讠平 钢钅冈 银钅艮 "
    U"错钅昔 铁钅失 饿饣我 饱饣包 馆饣官 狗犭句 猫犭苗 猪犭者 独犭虫 狼犭良 红纟工 "
    U"给纟合 级纟及 绝纟色 结纟吉 经纟圣 线纟戋 哥可可 炎火火 烧火尧 灯火丁 炒火少 "
    U"烦火页 知矢口 秋禾火 私禾厶 种禾中 科禾斗 程禾呈 利禾刂 到至刂 刚冈刂 剧居刂 "
    U"前刖刂 刘文刂 功工力 动云力 劝又力 助且力 对又寸 鸡又鸟 取耳又 邓又阝 都者阝 "
    U"那刀阝 邮由阝 队阝人 阳阝日 阴阝月 陈阝东 院阝完 体亻本 做亻故 作亻乍 但亻旦 "
    U"住亻主 什亻十 信亻言 便亻更 俩亻两 仁亻二 化亻匕 休亻木 位亻立 低亻氐 何亻可 "
    U"像亻象 亿亻乙 很彳艮 待彳寺 行彳亍 往彳主 街彳圭亍 晚日免 昨日乍 暗日音 晴日青 "
    U"映日央 眼目艮 睡目垂 眠目民 看手目 放方攵 收丩攵 改己攵 教孝攵 政正攵 故古攵 "
    U"数娄攵 甜舌甘 乱舌乚 辞舌辛 辣辛束 新亲斤 欣斤欠 所戶斤 斯其斤 朝十月 期其月 "
    U"服月卩 脸月佥 腿月退 脚月却 肚月土 胆月旦 脑月囟 肥月巴 矮矢委 短矢豆 鲜鱼羊 "
    U"群君羊 翻番羽 译讠圣 译讠又 覅勿要 甭不用 歪不正 孬不好 尖小大 岩山石 角石角 "
    U"确石角 破石皮 码石马 硬石更 碗石宛 砍石欠 张弓长 弹弓单 引弓丨 费弗贝 货化贝 "
    U"贱贝戋 财贝才 购贝勾 赚贝兼 败贝攵 败贝文 起走己 超走召 赶走干 越走戉 趣走取 "
    U"跑足包 跟足艮 路足各 跳足兆 踢足易 躲身朵 射身寸 躺身尚 配酉己 醉酉卒 酸酉夋 "
    U"野里予 量日里 题是页 颜彦页 领令页 频步页 預予頁 颗果页 願原頁 顯㬎頁 飘票风 "
    U"骂口口马 骑马奇 驾加马 验马佥 鬼白儿 魂云鬼 鸭甲鸟 鸣口鸟 鹅我鸟 鹏朋鸟 歌哥欠 "
    U"歉兼欠 欺其欠 款士示欠 静青争 规夫见 观又见 现王见 视礻见 理王里 玩王元 球王求 "
    U"班王王 珠王朱 福礻畐 社礻土 神礻申 祝礻兄 衬衤寸 被衤皮 裤衤库 初衤刀 家宀豕 "
    U"安宀女 字宀子 宝宀玉 穷穴力 空穴工 笑竹夭 等竹寺 草艹早 花艹化 英艹央 苦艹古 "
    U"菜艹采 药艹约 还辶不 这辶文 过辶寸 远辶元 进辶井 道辶首 迷辶米 送辶关 逃辶兆 "
    U"逗辶豆 边辶力 迟辶尺 运辶云 病疒丙 疯疒风 痛疒甬 疼疒冬 闪门人 问门口 间门日 "
    U"闷门心 闲门木 闻门耳 国囗玉 园囗元 因囗大 困囗木 固囗古 思田心 恋亦心 忘亡心 "
    U"怒奴心 急刍心 怎乍心 息自心 恶亚心 愁秋心 悲非心 忍刃心 念今心 总总心 您你心 "
    U"惹若心 岁山夕 男田力 累田糸 备夂田 留卯田 界田介 畅申昜 舒舍予 般舟殳 船舟口 "
    U"谢言射 話言舌 讓言襄 語言吾 請言青 認言忍 誰言隹 對丵寸 錯金昔 錢金戔 銀金艮 "
    U"鐵金失 飯食反 餓食我 飽食包 夥果多 够句多 夠句多 名夕口 多夕夕";
// Halves that happen to be words or to stand side by side in honest text.
inline constexpr std::u32string_view kOrdinaryHalves =
    U"女子 日月 月月 木木 可可 人人 自心 火火 不正 不用 不好 勿要 小大 山石 石角 "
    U"其月 十月 王王 又又 女家 女古 女良 女少 相心 我鸟 朋鸟 原頁 今心 非心 秋心 "
    U"亡心 田心 你心 若心 火土 力口 白儿 工力 且力 云力 口我 口舍 口自 口少 口合 "
    U"口那 口欠 口昌 口未 口拉 口乞 女马 女口 女也 女且 女未 女乃 马奇 加马 金失 "
    U"口鸟 口马 夕夕 夕口 句多 果多 日里 王里 王元 王求 目民 矢口 手目 古文 王见 "
    U"夫见 身寸 足包 走己 走召 走干 走取 里予 云鬼 甲鸟 青争 又力 又寸 又鸟 至刀 "
    U"门口 门人 门心 门日 门木 门耳 弓长 穴工 穴力 月半 月土 月旦 月退 月却 月巴 "
    U"日音 日青 日免 日央 火少 火丁 火页 木目 木交 木羊 木对 木寸 木不 木仓 木几 "
    U"木艮 又见 又欠 田力 田介 舟口 不心 食我 食包 食反 金昔 言舌 言青 言吾 言忍 "
    U"言射 乍心 禾口 禾火 禾中 禾斗 工页 令页 是页 其斤 亲斤 其欠 哥欠 君羊 番羽 "
    U"石皮 石马 石更 贝才 化贝 竹夭 竹寺 口艾 口麻 口可";
// Halves that are no characters of their own.
inline constexpr std::u32string_view kBareRadicals =
    U"亻氵扌讠钅饣犭纟艹忄衤礻刂宀辶疒攵彳阝丩囗丬灬罒";

// Characters of 火星文: rare or Japanese-looking ones in place of common ones.
inline constexpr std::u32string_view kMartian =
    U"莪沵祢伱恏嬡愛鈈佷洎涐迩侢囿媞哋伈沒洧恠芣吥怹們倳籹孒唻潙厾囬莣甴啝訫慬徝洺牸怩湜嚒妳誰囍嗳"
    U"爾伿俄喥脃鍀怭冇"
    U"蓜淚洺憶噯娿乜丅仩芐吢嬤嚸淰卟亾兲儤兗冄冇刪叧吖吔咊哏唸啲喓噺嘟囙夲奵妏娚婲媄孓尐尛岽崾巳帀"
    U"幵弍彡彵忄忈怼"
    U"恛悢惢惪愔慯戓戔扌挍捯敊斈昰朙杺梑椛樰歡毎氺氼沩泪洸淸湉溋滒灬炛煋爿犮狆猪玍珼瓧甡畱疋痠癡皒"
    U"盁眞砳硪祘秂穵"
    U"竒笧糀紱綪緈繟羙翋耂聦肙胪脣芉芕茈荳莋菂萿蒣蕜薆虅蜋衁裑覀觧訁詇詪譩豞貟賏趐跍踃躰軎辶逅逎邜"
    U"郒釺鈊鎄铇閁阹隺"
    U"雔靀鞱韡頙顁颩飝饚馫驫骉髟鬽魡鮏鯇鳪鹣麤黬鼡齌龍壊渶莮薱朲孨孓狠籣銥苡縂";

}  // namespace translate
