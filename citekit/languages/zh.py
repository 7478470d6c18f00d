"""Chinese: the words with which notes and reference lists are written, as data.

All words are in the shape of :func:`citekit.recognise.chinese_shape.shape` (simplified characters, half-width
signs); traditional spellings fold to it.  Source: general usage in historical writing, held against the notes
for authors of 《近代史研究》, 《史林》, 《法学》, 《法学研究》, 《明代研究》, 《史原》 and 《中國文學學報》,
the style of the University of Hong Kong for Chinese notes, and the role words and marks of GB/T 7714-2015.
"""

from __future__ import annotations

# Words that introduce a citation, and the kind of signal they are.
_SIGNALS = {
    "cited-in": "转引自 转引 转见 转见于 转自 引自",
    "see": (
        "可参见 请参见 主要参见 详细参见 可参阅 参见 参阅 参看 参考 参 可参考 可参看 请参阅 详参 可参 "
        "详见 具体参见 具见 俱见 均见 皆见 可见 散见 语见 例见 原文见 全文见 见 据 如 例如 出自 出处 "
        "来源 资料来源 参见及"
    ),
    "see-also": (
        "并参见 亦参见 另参见 还可参见 又参见 也参见 另参阅 另可参见 另请参见 并可参见 亦可参见 也可参见 "
        "另参 并参 并见 另见 又见 亦见 也见 还见"
    ),
    "compare": "比较 对比 对照 试比较 相反观点参见",
}
SIGNALS = {word: kind for kind, words in _SIGNALS.items() for word in words.split()}

# The words of responsibility after a name (GB/T 7714-2015, 8.1).
AUTHOR_ROLES = (
    "编著 合著 主撰 编撰 撰著 著述 原著 译著 著 撰 口述 述 讲述 讲授 主讲 演讲 讲 执笔 撰写 撰文 "
    "撰稿 作 写 笔述 自述 回忆 忆述 手稿 报告 口授 手书 署名"
).split()
EDITOR_ROLES = (
    "编辑校订 编辑整理 记录整理 整理校注 整理点校 点校整理 标点整理 主编 总主编 副主编 编校 编注 "
    "编纂 编选 编辑 编订 编次 编 "
    "选编 选辑 选注 选 汇编 汇辑 合编 纂修 纂辑 总纂 纂 修 监修 重修 续修 辑录 辑注 辑校 辑佚 辑 "
    "点校 标点 校点 校注 校释 校勘 校订 校证 校笺 校补 校阅 校辑 校 "
    "注释 注疏 笺注 笺证 笺释 "
    "集释 集解 集注 注 疏 笺 疏证 整理 整理编辑 访问整理 访问 采访 访谈 采编 记录 纪录 笔录 主持 审订 "
    "审校 审定 审 修订 增订 删订 订 补编 补 续 绘 摄 编录 编目 策划"
).split()
TRANSLATOR_ROLES = "编译 译注 译校 校译 译编 选译 节译 合译 重译 翻译 中译 译述 译".split()
ROLES = (
    dict.fromkeys(AUTHOR_ROLES, "author")
    | dict.fromkeys(EDITOR_ROLES, "editor")
    | dict.fromkeys(TRANSLATOR_ROLES, "translator")
)
# Dynasties stand in the place of nationality before the names of old authors; they are not a foreign origin.
DYNASTIES = frozenset(
    "先秦 秦 汉 西汉 东汉 后汉 三国 魏 蜀 吴 曹魏 晋 西晋 东晋 南朝 北朝 南朝宋 刘宋 齐 南齐 梁 "
    "南朝梁 陈 北魏 后魏 北齐 北周 隋 唐 五代 后晋 后唐 后周 "
    "南唐 宋 北宋 南宋 辽 金 西夏 元 明 清 民国 近代 春秋 战国".split()
)

# Words before the work that contains the cited one.
CONTAINER_LEADS = (
    "原载于 原载 转载于 转载 连载于 连载 收录于 收录在 收录 收入于 收入 收于 收在 收 刊载于 刊载 "
    "刊登于 刊于 刊发于 发表于 刊 载于 登载于 登于 载 "
    "见载于 见于 见 辑入 辑于 编入 附于 附载于 附 辑自 录自 出自 引自 in In"
).split()

# Places of publication that stand before a publisher without a colon.
PLACES = frozenset(
    "北京 北平 上海 天津 重庆 南京 广州 武汉 汉口 武昌 成都 西安 沈阳 长春 哈尔滨 大连 济南 青岛 "
    "石家庄 太原 呼和浩特 郑州 开封 长沙 南昌 杭州 宁波 合肥 福州 "
    "厦门 南宁 桂林 海口 贵阳 昆明 拉萨 兰州 西宁 银川 乌鲁木齐 苏州 无锡 扬州 延安 香港 澳门 台北 "
    "台南 台中 高雄 新竹 新北 台湾 东京 京都 大阪 首尔 汉城 平壤 新加坡 "
    "吉隆坡 莫斯科 列宁格勒 伦敦 纽约 华盛顿 巴黎 柏林 河内 桂林 丹东 安东 保定 洛阳 芜湖 安庆 常州 "
    "镇江 温州 绍兴 泉州 汕头 深圳 珠海 徐州 南通 泰州 烟台 威海 旅大 "
    "奉天 新京".split()
)
# Publishers that carry no place in their own name: a place before them is the place of publication.
PLACELESS_PUBLISHERS = (
    "商务印书馆 中华书局 三联书店 世界书局 开明书店 大东书局 正中书局 联经出版事业公司 联经出版公司 "
    "文海出版社 成文出版社 东大图书公司 三民书局 时报文化 学生书局 "
    "新知三联书店 生活书店 生活·读书·新知三联书店 传记文学出版社 远流出版公司 国史馆 新华书店 "
    "群联出版社 泰东图书局 亚东图书馆 北新书局 良友图书印刷公司"
).split()
# What the name of a publisher ends with.
PUBLISHER_ENDINGS = (
    "出版社 书局 书店 书社 书馆 书屋 书院 印书馆 印刷厂 印刷所 印书局 印务局 出版公司 图书公司 "
    "书业公司 印刷公司 公司 出版中心 出版部 出版处 出版局 编辑部 杂志社 报社 编译馆 编译局 "
    "印局 古籍社 学社 通讯社 研究所 研究院 研究会 国史馆 图书馆 档案馆 博物馆 博物院 委员会 办公室 "
    "文献会 大学 学院 基金会 复制中心 服务社 服务处 印行 文化 文化事业 "
    "出版集团 学会 协会 "
    "情报局 编纂处 编译处 编译社 译书局 官书局 书坊 书房 山房 堂 斋 阁 联合会 总局 教育部 国防部 "
    "外交部 史政局 党史会 党史馆 司令部 统计局 参谋本部"
).split()

# Kinds of edition; 影印本 and the like stay as printed.
EDITION_WORDS = (
    "影印|点校|标点|整理|校点|校注|排印|铅印|石印|油印|刻|刊|活字|抄|钞|稿|手|写|写印|复印|缩印|翻印|"
    "重印|重刊|续刊|增补|增订|修订|补订|校订|订正|普及|合订|节|简|珍藏|"
    "纪念|再版|初版|善|缩微|胶|原|单行|油印|打印|誊印|晒印|誊抄|传抄|聚珍|殿|通行|中译|英译|译|汇校|"
    "笺证|试用|试行|征求意见|内部|百衲|"
)

# What a thesis, a report of research or a paper read calls itself.
THESIS_WORDS = (
    "博士学位论文|硕士学位论文|学士学位论文|学位论文|博士论文|硕士论文|毕业论文|学士论文|硕博论文|"
    "博士毕业论文|硕士毕业论文|本科毕业论文"
)
REPORT_WORDS = (
    "博士后研究报告|博士后研究工作报告|博士后出站报告|出站报告|研究报告|调查报告|考察报告|工作报告|"
    "工作论文|课题报告|咨询报告|技术报告|课题结项报告|结项报告|内部报告|讨论稿"
)
PAPER_WORDS = (
    "会议论文|提交论文|参会论文|与会论文|研讨会论文|学术论文|宣读论文|论文|会议发言|发言稿|主题报告|主题演讲"
)
UNPUBLISHED_WORDS = (
    "未刊稿|未刊本|未刊手稿|未刊|未出版|未发表|未定稿|手稿|打印稿|油印稿|稿本|抄件|原件|复印件|影印件|"
    "抄本|复制件|缩微胶卷|胶卷|录音|电子版"
)
CIRCULATION_WORDS = (
    "内部发行|内部资料|内部出版|内部印行|内部刊印|内部印刷|内部文件|内部刊物|未公开出版|自印本|自印|"
    "编印|印行|刊行|刊印|翻印|出版时间不详|出版年不详|出版地不详|出版者不详|出版社不详|"
    "出版地点不详|年份不详|时间不详|日期不详|刊行年不详|版本不详|出版信息不详|无出版信息"
)

# Words at the end of the title of a document, and the kind of document they say (PROFILE: genre).
_GENRES = {
    "request for instructions": "请示报告 请示",
    "telegram": "电文 电报 密电 急电 来电 复电 去电 通电 代电 函电 电",
    "letter": "信函 公函 来函 复函 密函 函件 信件 来信 复信 书信 家书 手札 函 信 札",
    "minutes": "会议记录 座谈会记录 会议纪要 会议速记记录 会谈记录 谈话记录 会谈纪要 谈话纪要 纪录 记录 纪要",
    "memorandum": "会谈备忘录 备忘录",
    "note": "照会",
    "resolution": "决议",
    "decision": "决定",
    "order": "命令 训令 指令 手令",
    "instruction": "指示 批示",
    "notice": "通知",
    "circular": "通报",
    "bulletin": "简报",
    "report": "报告书 报告 呈文",
    "statement": "声明",
    "communique": "公报",
    "agreement": "协定",
    "treaty": "条约",
    "protocol": "议定书",
    "opinion": "意见",
    "plan": "计划",
    "outline": "提纲",
}
GENRES = tuple((word, genre) for genre, words in _GENRES.items() for word in words.split())
# What is done with a document: a headline in which such a verb precedes its kind tells of it.
ISSUING_VERBS = (
    "发表|发布|发出|颁布|公布|宣布|签订|签署|缔结|订立|达成|通过|批准|提出|递交|宣读|作出|做出|下达|致送|拒绝"
)
SPEECH_WORDS = (
    "演说|演讲|讲演|演说词|演讲词|演辞|讲话|致词|致辞|发言|报告会上的讲话|训词|训话|谈话|答词|开幕词|"
    "闭幕词|祝词|贺词"
)

# What the name of a repository ends with, and of a body of records in it.
REPOSITORY_WORDS = (
    "档案馆|档案室|档案局|档案处|档案中心|档案史料馆|国史馆|党史馆|图书馆|博物馆|博物院|纪念馆|"
    "资料室|资料中心|史料馆|文献馆|文史馆|文献中心|研究所|研究院|研究室|典藏|藏书楼|史政局|"
    "史政编译局|国家档案馆|党史会|党史委员会|情报局"
)
RECORDS_WORDS = "档案|全宗|文件|专档|卷宗|文物|文书|专卷|档册|文献|资料|手稿|文库|日记|案|档"
SHELFMARK_LABELS = (
    "档案编号|档案号|档号|档案|卷宗号|案卷号|全宗号|目录号|全宗|目录|案卷|卷宗|卷号|典藏号|"
    "数位典藏号|数位典藏|数字典藏号|馆藏号|入藏登录号|登录号|索书号|索取号|编号|文件号|"
    "宗号|件号|顺序号|缩微号|微卷号|胶卷号|盒号|箱号|文件夹|缩微胶卷|胶片号|书号|图书馆藏号|馆藏编号|"
    "识别号|卷|宗|号|盒|箱|RG|Box|Folder|Reel"
)
# How long a file is kept (保管期限), printed before its number: 案卷号短期45.
RETENTION_WORDS = "永久|长期|短期|临时|定期"

# Titles that end so are series of works, not works; those of newspapers and journals.
SERIES_ENDINGS = (
    "丛书|丛刊|丛编|丛钞|丛抄|文库|译丛|全书|汇刊|集成|书系|书库|存目|续修四库全书|四库全书|四部丛刊|"
    "四部备要|大系|丛稿|四库|辑刊|外编丛书"
)
# Collected editions: a whole that reprints a smaller book, never a chapter of one.
COLLECTED_ENDINGS = "选刊|文集|全集|遗书|合集|汇编"
NOT_NEWSPAPERS = (
    "学报|丛报|通报|公报|集报|画报|月报|旬报|季报|年报|半月报|双月报|会报|馆报|院报|局报|情报|译报|电报|"
    "汇报|简报|捷报丛|导报|周报"
)
NEWSPAPERS = (
    "文汇报|新华每日电讯|参考消息|南方周末|申报|时报|大公报|益世报|世界日报|每日电讯|经济参考报|中央日报|"
    "人民公安报|新闻周报|上海导报|译文导报|环球时报|北京青年报"
)
JOURNAL_WORDS = (
    "学报|研究|杂志|月刊|季刊|学刊|周刊|旬刊|半月刊|双月刊|集刊|年刊|辑刊|馆刊|院刊|会刊|通讯|论坛|"
    "评论|通报|丛报|公报|画报|月报|论丛|汇刊|动态|导刊|文摘|资料|文献|"
    "知识|世界|春秋|纵横|青年|史林|科学|战线|史学|学术|教学|译丛|理论|探索|党史"
)

# Parts of a book that precede its text, whose pages are numbered for themselves.
FRONT_MATTER = (
    "自序|代序|总序|原序|译序|序言|序文|序论|序|前言|代前言|引言|导言|导论|导读|绪论|绪言|弁言|"
    "卷首语|编者按|编辑说明|出版说明|编者的话|凡例|例言|后记|后序|跋|跋语|附录|附记|"
    "题记|题词|译后记|译者序|译者前言|编后记|卷首|叙|叙言|叙例|按语|小引|结语|结论|目录|说明|题解|"
    "提要|尾声|扉页"
)
